"""The forms as they were typed: a sheet goes in, text pages come out, and every value knows its place on them."""
