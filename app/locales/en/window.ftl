# What a trade firm sees
window-orders = Orders
window-order = Order { $code }
window-ordered = Ordered
window-finished = Finished
window-delivered = Delivered
window-confirmed = Confirmed
window-making = Being made
window-due = Due { $day }
window-late = { $n ->
    [one] { $n } day late
   *[other] { $n } days late
}
window-placed = Placed
window-due-label = Due
window-none-orders = No orders yet
window-none-orders-next = Their progress shows here once the workshop has entered them.
window-lines = Styles
window-price = Price
window-deliveries = Deliveries
window-none-deliveries = Nothing was sent yet
window-none-deliveries-next = What the workshop sends is confirmed here.
window-delivery = Delivery { $id }
window-sent-on = Sent { $day }
window-sent = Sent
window-total = In all
window-pieces = { $n ->
    [one] { $n } piece
   *[other] { $n } pieces
}
window-state-sent = To be confirmed
window-state-answered = Answered
window-state-void = Void
window-void-next = The workshop took this delivery note back. There is nothing to answer.
window-workshop = Workshop
window-all-title = All there, and all good?
window-all = Confirm all { $n }
window-by-line = Something wrong? Answer line by line
window-by-line-hint = The three numbers must add up to what was sent.
window-line-sent = { $n } sent, { $pack } in a pack
window-line-confirmed = Confirmed
window-line-refused = Refused
window-line-short = Short
window-line-reason = Why refused, if any were
window-answer = Answer like this
window-answered-at = Answered { $at }
window-said-all = All confirmed
window-reason = Refused because: { $reason }
window-after = A wrong number? Call the workshop, which can correct it.
window-statement = Statement
window-owed = Owed to the workshop
window-ahead = Paid ahead
window-day = Day
window-what = What
window-amount = Amount
window-balance = Balance
window-fee = Confirmed
window-receipt = Paid
window-mends = Correction
window-charge = { $style }: { $n } × { $price }
window-none-statement = Nothing on the account yet
window-none-statement-next = What is owed for confirmed pieces will stand here.
