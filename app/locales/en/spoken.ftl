# What she says aloud with a dispute
spoken-title = Say it aloud as well
spoken-again = Say it again
spoken-about = What you wrote is recorded. To say more, record it. A recording needs the network to be sent; without it, what you wrote still counts.
spoken-hint = { $n } seconds at most. Only you and the coordinator can hear it.
spoken-send = Send it to the coordinator
spoken-word = What she said
spoken-hear = Hear what she said
spoken-word-own = What you said
spoken-hear-own = Hear what you said
