# The counting table
count-lead = { $n ->
    [one] 1 worker says she brings work
   *[other] { $n } workers say they bring work
 }
count-find = Number or name
count-find-do = Find her
count-who = Whose work
count-nobody = Nobody has work at home. Give some out first.
count-not-found = There is no “{ $sought }”
count-all = See all
count-holds = { $hand } in hand
count-holds-redo = { $hand } in hand, { $redo } in rework
count-holds-none = She has no work at home
count-brings = says she brings { $n }
count-her-page = Her page
count-table-lead = Fill in what you counted; leave the rest empty
count-as-declared = What she declared is filled in: count it and change it
count-again = The first count is undone. Its numbers are below: change them and record again.
count-issue = { $code } · taken { $day } · { $rate } a piece
count-hand = { $n } in hand
count-redo = { $n } in rework
count-reason = Why sent back or scrapped, if any were
count-words = More words
reason-loose = Loose petals
reason-wire = Wire shows
reason-colour = Wrong colour
reason-other = Other
reason-words = { $reason }: { $words }
count-sum = Accepted
count-earns = She earns
count-over = One row has more than she holds: count again.
count-do = Record
count-last = Just counted
count-wrong = { $name }’s was wrong: count again
count-earned = earned { $money }
count-wrong-title = Was { $name }’s count wrong?
count-undo = Undo it and count again
count-undo-how = The count is undone: the pieces are hers again and the pay goes back. Then record it anew, starting from the old numbers.
count-undo-why = What was wrong
count-undo-usual = Miscounted
count-corrected-already = This count was undone already.
count-count-her = Count her work
