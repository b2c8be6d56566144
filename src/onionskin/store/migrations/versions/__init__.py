"""One file a step; `migrations` says how to add one."""
