# The counting table
count-lead = { $n ->
    [one] 1 worker has work ready to count
   *[other] { $n } workers have work ready to count
 }
count-find = Number or name
count-find-do = Find
count-who = Choose a worker
count-nobody = Nobody has work in hand. Hand some out first.
count-not-found = There is no worker “{ $sought }”
count-all = Show all
count-holds = { $hand } in hand
count-holds-redo = { $hand } in hand, { $redo } in rework
count-holds-none = She has no work in hand
count-brings = { $n } declared
count-her-page = Her page
count-table-lead = Fill in what you counted; leave the rest empty
count-as-declared = The numbers she declared are filled in: count, and change them if needed
count-again = The first count is undone. Its numbers are below: fix them and record again.
count-issue = { $code } · issued { $day } · { $rate } a piece
count-hand = { $n } in hand
count-redo = { $n } in rework
count-reason = Why sent back or scrapped, if any
count-words = More details
reason-loose = Loose petals
reason-wire = Wire shows
reason-colour = Wrong colour
reason-other = Other
reason-words = { $reason }: { $words }
count-sum = Accepted
count-earns = She earns
count-over = One row has more than she has in hand: count again.
count-do = Record
count-last = Just counted
count-wrong = { $name }’s count is wrong: count again
count-earned = earned { $money }
count-wrong-title = Was { $name }’s count wrong?
count-undo = Undo and count again
count-undo-how = The count is undone: the pieces are in her hands again and the pay is taken back. Then record it again, starting from the old numbers.
count-undo-why = What was wrong
count-undo-usual = Miscounted
count-corrected-already = This count was already undone.
count-count-her = Count her work
count-to-enter-again = Undone: count again
