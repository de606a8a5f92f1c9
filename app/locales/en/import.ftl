# Files that come in
import-title = Import
import-lead = For a new village, in this order. You see what will happen before anything is recorded.
import-styles = Styles and rates
import-styles-hint = Columns: style, name, step, step name, rate in yuan, standard minutes, start day.
import-workers = Workers
import-workers-hint = Columns: number, name, minutes a day, days off, what she can do.
import-orders = Orders of a trade firm
import-orders-hint = As the firm sent it: one or more orders on each sheet. A photo of an order (JPG, PNG) or a PDF can be typed off beside it.
import-notebook = Paper notebook
import-notebook-hint = Columns: day, worker, order, style, variant (where needed), step, entry, pieces, yuan, note.
import-file = File (XLSX, XLS, ODS or CSV)
import-columns = Which column is which?
import-columns-hint = Say it once: the firm’s next file is read by itself. Style, pieces and price must have a column; order number, firm, order date and due date one, or a place above the lines.
import-own-columns-hint = Say it once: the next file of this kind is read by itself. Leave out what is not needed.
import-columns-known = This file’s columns, as you said before
import-columns-do = Read it again
import-column-below = Below it: { $texts }
import-lines-more = and { $n } more lines
import-look = Check first
import-preview-title = Please check first
import-will-add = Will be added
import-known = Already in the books
import-known-rows = { $n } { $n ->
    [one] row
   *[other] rows
  }
import-nothing-new = All of it is already in the books. There is nothing to do.
import-faults = { $n } { $n ->
    [one] thing is
   *[other] things are
  } wrong; nothing was recorded
import-faults-next = Fix these in the file and choose it again.
import-more = and { $n } more
import-unused = Columns not imported: { $columns }
import-go = Import all
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
import-kind-take-back = Returned
import-kind-replace = Replaced
import-kind-advance = Advances
import-kind-bonus = Bonuses
import-kind-deduct = Deductions
import-kind-pay = Wages paid
import-kind-propose = Waiting for approval
import-pictures = Pictures in the file
import-pictures-hint = Which style does each show? Where you choose one, the picture becomes its photo; leave out what is not wanted.
import-picture-replaces = has a photo, which is replaced
import-rows = The rows of the file
import-rows-faulty = Where it is wrong
import-picture = Picture { $n }
import-picture-at = Picture { $n } ({ $sheet }, line { $line })
import-picture-seems = It seems to be of { $style }.
import-pictures-unread = { $n ->
    [one] One more picture in the file was not taken: it is no photo, or there are too many or too large ones. Put it on its style's page by itself.
   *[other] { $n } more pictures in the file were not taken: they are no photos, or too many or too large. Put those that you want on their styles' pages.
}
import-pictures-go = Use the pictures
import-faults-name = Say below which column is which; what is wrong then, fix in the file and choose it again.
