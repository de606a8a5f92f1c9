# What stays on a device: pages to read without a network, and entries that wait to be sent

phone-title = This phone
phone-lead = Do you alone use this phone? Then you can see your work and hand in without a signal; it is sent when there is one.
phone-kept = This phone is yours: you can see your work and hand in without a signal; it is sent when there is one.
phone-pay = Keep my pay on it too, to see it without a signal
phone-mine = It is mine
phone-shared = Several share it
phone-no-more = Others use it now
phone-failed = This phone could not keep anything: there may be no network, or no room. Tap again when there is a signal.

offline-title = No network
offline-lead = This page is not kept on the phone.
offline-next = What you just sent was not sent; what you typed is still on its page. Open it again when there is a signal.
offline-home = See my work

device-as-of = No network. This is as it was on [when].
device-waiting = [n] waiting to be sent, as soon as there is a network
device-sent = [n] sent and recorded.
device-refused = [n] not recorded:
device-already = Waiting to be sent already: [what]
device-broken = This entry is broken and cannot be sent. Please enter it again.
device-change = Change it
device-drop = Discard
device-surely = Discard it? Tap again
device-sign-in = Sign in to send it
device-other = Somebody else is signed in. What waits is kept until you sign in yourself.
device-leaving = Some entries are not sent yet and would be lost by signing out. Send them first, or tap again to sign out all the same.

waits-declare = Hand in: { $what }, { $n } pieces
waits-retract = Take back a hand-in: { $n } pieces
waits-confirm-count = Count of { $day }, { $n } pieces: right
waits-confirm = { $day }: { $what }
waits-dispute = { $day } is not right: should be { $n }
phone-count-lead = Do you alone use this phone? Then you can count without a signal; it is sent when there is one.
phone-count-kept = This phone is yours: you can count on this page without a signal; it is sent when there is one.
waits-count = { $who }: accepted { $accepted }, rework { $rework }, scrapped { $scrapped }
