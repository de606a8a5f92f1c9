# Phones that know their owner: her PIN is enough there
known-nobody = This phone knows nobody yet. The first time, sign in with your card.
known-who-lead = Tap your name and enter your PIN. No card needed.
known-lead = This phone knows you. Enter your PIN, no card needed.
known-others = Somebody else?
known-guessed = Too many wrong PINs: this phone does not know you any more. Sign in with your card.
known-out = Sign out, or another person
known-leave = Sign out, I come back on this phone
known-leave-hint = Your name stays on this phone; nobody gets in without your PIN. What was not sent yet waits until you come back.
known-not-yet = Enter your PIN once, and this phone will know you. Then you can sign out and come back without your card.
known-not-yet-do = Enter PIN
known-forget = Forget me on this phone
known-forget-hint = Choose this on a borrowed phone. To come back you need your card and your PIN. Do you have the card at hand?
known-forget-do = Yes, forget me
known-phones = Phones that know you
known-phones-lead = On these, your PIN is enough. Have those forget you that are lost or no longer used.
known-phone = { $kind }, knows you since { $since }, PIN last entered { $seen }
known-kind-android = Android phone
known-kind-harmony = HarmonyOS phone
known-kind-apple = iPhone or iPad
known-kind-computer = computer
known-kind-unknown = a phone
known-here = this one
known-end = Forget me, sign out there
known-of-her = { $n ->
    [one] Card and phones (one knows her)
   *[other] Card and phones ({ $n } know her)
}
known-end-all = Phone lost? Have all phones forget her
known-end-all-do = Have her phones forget her
known-end-all-hint = { $n ->
    [one] One phone knows her now.
   *[other] { $n } phones know her now.
} She is signed out everywhere at once and needs her card to come back. Card and PIN stay.
