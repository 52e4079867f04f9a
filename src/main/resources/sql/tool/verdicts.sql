SELECT tool, verdict FROM tool_verdict WHERE owner = $1
