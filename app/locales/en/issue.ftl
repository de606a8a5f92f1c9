# Giving out and taking back
give-title = Hand out to one worker
give-what = What
give-of = { $style } · { $step } ({ $n } waiting)
give-pieces = How many
give-do = Hand out
home-title = Who has what
home-since = Since
home-issued = Issued
home-rate = Rate
home-repairs = Repair
back-do = Take back
back-of = Take back from { $name }
back-title = Take back from { $name }
back-lead = Pieces not made go back and can be split again.
back-pieces = How many
back-note = Why
home-title-of = Who has what: { $workers ->
    [one] one worker
   *[other] { $workers } workers
  }, { $n } { $n ->
    [one] piece
   *[other] pieces
  }

# Slips that go with what was handed out
issued-title = Handed out on { $day }
issued-lead = { $workers } workers · { $n }
issued-go = Slips
issued-all = All of it
issued-what = What
issued-pieces = Pieces
issued-terms = Order { $code } · by { $due } · { $rate } a piece
issued-earns = Earns { $money } if all are good
issued-undone = This was undone: the slips are void.
issued-told = { $what }: { $n } (by { $due })
issued-told-line = { $who }: { $what }
