"""The typed page as a thing: ink on a sheet of paper, aged and scanned, with the exact place of every mark."""
