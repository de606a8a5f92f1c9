# Files that come in
import-title = Import
import-lead = For a new village in this order. Nothing is written before you have seen what will happen.
import-styles = Styles and rates
import-styles-hint = CSV: style, name, step, step name, rate in yuan, standard minutes, the day from which it holds.
import-workers = Workers
import-workers-hint = CSV: number, name, minutes a day, days off, what she can do.
import-orders = Orders of a trade firm
import-orders-hint = The firm’s own XLSX workbook, one order a sheet.
import-notebook = Paper notebook
import-notebook-hint = CSV: day, worker, order, style, step, entry, pieces, yuan, note.
import-file = File
import-look = Look at it first
import-preview-title = What this file would do
import-will-add = It would add
import-known = In the books already
import-known-rows = { $n } { $n ->
    [one] row
   *[other] rows
  }
import-nothing-new = The books have all of it already. There is nothing to do.
import-faults = { $n } { $n ->
    [one] thing is
   *[other] things are
  } wrong; nothing was written
import-faults-next = Nothing was recorded. Mend these in the file and choose it again.
import-more = and { $n } more
import-unused = Not used: { $columns }
import-go = Write all of it
import-cancel = Choose another file
import-count = Number
import-kind = Entry
import-kind-save-style = Styles
import-kind-set-rate = Rates
import-kind-save-worker = Workers
import-kind-save-firm = Firms
import-kind-open-order = Orders
import-kind-issue = Issued
import-kind-count = Counted
import-kind-take-back = Given back
import-kind-replace = Replaced
import-kind-advance = Advances
import-kind-bonus = Bonuses
import-kind-deduct = Deductions
import-kind-pay = Wages paid
import-added-line = { $kind }: { $n }
import-done = All of it is written.
import-kind-propose = Waiting for approval
