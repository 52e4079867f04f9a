SELECT hash_key FROM access
