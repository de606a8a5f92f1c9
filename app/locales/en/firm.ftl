firms-none = No trade firms yet
firms-none-hint = An order needs its firm first.
firms-owes-hint = At the right: fees that the firm still owes
firm-new = Add a firm
firm-name = Name
firm-rename = Change its name
firm-open = { $n ->
    [one] 1 order under way
   *[other] { $n } orders under way
}
firm-owes = It owes
firm-ahead = It paid ahead
firm-pays = The firm pays
firm-way = How
firm-pay-day = Paid on
firm-pays-do = Record the payment
firm-confirmed = { $n } of { $of } confirmed
firm-orders-none = No orders yet
firm-account = Account
firm-account-none = Nothing on it yet
firm-doors = Its link and logins
