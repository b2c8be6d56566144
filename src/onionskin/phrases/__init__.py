"""What a few words say: grammars from a string to found things with their spans; they know no page and no paper."""
