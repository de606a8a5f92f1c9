firms-none = No trade firms yet
firms-none-hint = Add the firm before its first order.
firms-owes-hint = On the right: fees the firm still owes
firm-new = Add a firm
firm-name = Name
firm-rename = Rename
firm-open = { $n ->
    [one] 1 open order
   *[other] { $n } open orders
}
firm-owes = Firm owes
firm-ahead = Firm paid ahead
firm-pays = The firm pays
firm-way = How
firm-pay-day = Paid on
firm-pays-do = Record the payment
firm-confirmed = { $n } of { $of } confirmed
firm-orders-none = No orders yet
firm-account = Account
firm-account-none = Nothing yet
firm-access = Link and accounts
firms-find = Find a firm: name, sound
