# The split
split-title = Split: { $style } · { $step }
split-rate = Piece rate
split-minutes = about { $n } minutes a piece
split-no-rate = No piece rate holds for this step, so it cannot be given out. Set one first.
split-nothing = Nothing waits here
split-back = Back to the order
split-nobody = Nobody can do this step yet. Add it to what a worker can do.
split-caption = Split by the time that each offers; change it as you like
split-takes = Who takes part
split-share-of = How many { $name } gets
split-keep = Keep
split-keep-of = Keep { $name }’s number
split-offers = { $n } min a day
split-busy = has { $n }, { $days ->
    [one] 1 day
   *[other] { $days } days
 }
split-given = Given
split-left = Left
split-over = Too many by
split-again = Work the rest out again
split-issue = Issue like this
split-how = Numbers that you changed or marked “keep” stay; the rest is split anew by time, in packs of { $pack }. Who is not ticked gets nothing.
split-unread = One of the numbers cannot be read. Make it a whole number and try again.
