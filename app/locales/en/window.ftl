# What a trade firm sees
window-orders = Orders
window-order = Order { $code }
window-ordered = Ordered
window-finished = Finished
window-confirmed = Confirmed
window-making = In progress
window-due = Due { $day }
window-late = { $n ->
    [one] { $n } day late
   *[other] { $n } days late
}
window-placed = Placed
window-due-label = Due
window-none-orders = No orders yet
window-none-orders-next = Their progress shows here once the workshop has added them.
window-lines = Styles
window-price = Price
window-deliveries = Deliveries
window-none-deliveries = Nothing sent yet
window-none-deliveries-next = Confirm here what the workshop sends.
window-delivery = Delivery { $id }
window-sent-on = Sent { $day }
window-sent = Sent
window-total = Total
window-pieces = { $n ->
    [one] { $n } piece
   *[other] { $n } pieces
}
window-state-sent = To be confirmed
window-state-answered = Answered
window-state-void = Void
window-void-next = The workshop withdrew this delivery note. There is nothing to answer.
window-all-title = All there, and all good?
window-all = Confirm all { $n }
window-all-sure = All { $n } arrived, and all are good? Once confirmed they are charged, and only the workshop can change it.
window-all-do = Yes, confirm all
window-by-line = Something wrong? Answer line by line
window-by-line-hint = What is neither refused nor short counts as accepted; the three numbers must add up to what was sent.
window-line-sent = { $n } sent, { $pack } in a pack
window-line-confirmed = Confirmed
window-line-refused = Refused
window-line-short = Short
window-line-reason = Why refused, if any
window-answer = Send answer
window-answered-at = Answered { $at }
window-reason = Why refused: { $reason }
window-after = Wrong number? Call the workshop to correct it.
window-statement = Statement
window-owed = Owed to the workshop
window-ahead = Paid ahead
window-day = Day
window-what = What
window-amount = Amount
window-balance = Balance
window-fee = Confirmed
window-receipt = Paid
window-corrects = Correction
window-charge = { $order } · delivery { $delivery } · { $style }: { $n } × { $price }
window-as-of = As of
window-side-phone = { $who }, phone { $phone }
window-none-statement = Nothing here yet
window-none-statement-next = What you owe for confirmed pieces will show here.
window-changes = Changes to this order
