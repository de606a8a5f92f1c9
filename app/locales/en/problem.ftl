# Why it did not work, and what to do next
problem-title = That did not work
problem-signed-out = Please sign in. What you typed is kept, so you can go on afterwards.
problem-pin-needed = Enter your PIN to see pay.
problem-not-found = There is no such page, or you may not see it. Start again from the first page.
ask-rate = The current rate is { $before }: this is at least five times as much, or at most a fifth. If it is right, tick the box.
ask-backdated = That day is past: work issued since then keeps its rate, and only issues recorded late for those days get this one. For new work choose { $day }. If it is right, tick the box.
ask-far-pieces = { $n ->
    [one] One piece is
   *[other] { $n } pieces are
 } recorded: this is at least five times as many. If it is right, tick the box.
ask-far-money = { $money } is recorded: this is at least five times as much. If it is right, tick the box.
ask-more-than-owed = She is owed { $owed }: this would take off more. If it is right, tick the box.
ask-over-a-month = That is more than { $month } at once. If it is right, tick the box.
ask-wage = Minimum hourly wages are usually between { $least } and { $most }. If it is right, tick the box.
ask-time = The standard time for a piece is { $minutes } min: this is at least five times as much, or at most a fifth. If it is right, tick the box.
sure = Yes, it is right
problem-no-entry = Phone number or password is wrong. Check and try again.
problem-wrong-password = Wrong password or PIN. Try again.
problem-link-gone = This link was already used, or has expired. Ask the person who gave it to you for a new one.
problem-link-lost = Open the link once more, or scan the code: this browser does not have it any more.
problem-wait = Too many failed tries. Wait { $seconds ->
    [one] 1 second
   *[other] { $seconds } seconds
 }, then try again.
problem-wait-minutes = Too many failed tries. Wait { $n } minutes, then try again.
problem-wait-hours = Too many failed tries. Wait { $n } hours, then try again. On a phone or computer where you signed in before, you need not wait.
problem-busy = Too many people are signing in right now. Wait a few seconds, then try again.
problem-bad-form = The form was incomplete and nothing was recorded. Reload the page and fill it in again.
problem-full = The computer’s disk is full and nothing was recorded. Free some space, then try again.
problem-unposted = The file was taken, but not all of it is recorded yet. Nothing is lost: the rest follows with the next entry. If the disk is full, free some space first.
problem-database = The books cannot be opened right now and nothing was recorded. Try again later.
why-missing = Fill this in.
why-not-a-number = Type a number without a sign, for example 40.
why-not-whole = This must be a whole number.
why-too-large = This number is too large. Check it.
why-file-too-large = This file is larger than { $n } MB. Check that it is the right one, or divide it into smaller files.
why-too-fine = Two decimals at most.
why-not-a-day = There is no such day, or its year is too far off. Write it like 2026-11-20.
why-past = This day is past. Choose today or a later day.
why-one-only = One is already chosen above. Choose from the list, or leave the list empty and type a new one here.
why-too-long = Too long. Make it shorter.
why-hidden = It has hidden characters. Delete it and type it again.
why-unknown = There is no such choice. Choose from the list.
why-too-short = Too short. Make it longer.
why-differs = The two are not the same. Type them again.
why-none-chosen = Nothing is ticked. Tick at least one.
why-same = That is already recorded. Enter what you think is right, or choose another reason.
why-too-easy = Too easy to guess: one of those that people try first, like 1234, a birthday or a common word. Choose another.
why-not-a-phone = This is not a phone number. Check it.
why-taken = This number already has an account. If it is yours, just sign in.
# Said when it is done
done-saved = Saved.
done-opened = Order added.
done-issued = Work handed out.
done-issued-left = Work handed out. { $n } still to be split.
done-taken-back = Taken back.
done-counted = Counted and recorded.
done-replaced = Replacements added.
done-corrected = Corrected. The original entry can still be read.
done-declared = Declared. The coordinator will count it.
done-reviewed = What you said is recorded.
done-answered = The answer is recorded.
done-delivered = Delivery note created.
done-fixed = Resolved.
done-settled = Settled. Each woman can see her slip on her phone. Print the list to pay from and to sign.
done-paid = Payment recorded.
done-paid-money = Payment of { $money } recorded.
done-advanced = Advance recorded.
done-advanced-money = Advance of { $money } recorded.
done-bonus-given = Bonus recorded.
done-bonus-given-money = Bonus of { $money } recorded.
done-deducted = Deduction recorded.
done-deducted-money = Deduction of { $money } recorded.
done-received = Firm’s payment recorded.
done-imported = All imported.
done-nothing-new = All of it is already in the books. Nothing changed.
done-signed-out = You are signed out.
done-proposed = Proposed. Another coordinator must approve it.
done-approved = Approved and recorded.
done-declined = Declined. Nothing in the books changed.
done-withdrawn = Withdrawn. Nothing in the books changed.
done-retracted = Taken back. It no longer waits to be counted.
done-access-ended = Access ended. It no longer works anywhere.
why-not-a-pin = A PIN is 4 to 6 digits.
