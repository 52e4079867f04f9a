UPDATE picture SET saved_at = saved_at - 3600001
