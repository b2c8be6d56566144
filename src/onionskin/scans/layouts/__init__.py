"""Layout files: hOCR, ALTO and PAGE, in which other programs wrote down the words of a page and where they stand.

One that lies beside its image is that image's text layer (`beside` finds the two, `layered` joins them); one alone is a
source of its own (`leaves`). `sheet` is what all three formats come to, and what `writing` makes them from again.
"""
