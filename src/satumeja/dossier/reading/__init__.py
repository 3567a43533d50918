"""Who said what: names, speakers, cues and the words that were said."""
