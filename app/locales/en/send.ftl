# A sentence to send to somebody, with its link
send-copy = Copy this
send-copied = Copied. Paste it where you like
send-failed = Could not copy. Press and hold the text to select it
send-card = { $name }, this is your worker card. Open it to see your work: { $link }
send-slip = { $name }, your pay slip until { $day } is ready. Open it and say whether it is right: { $link }
send-firm = Orders and deliveries of { $firm }: { $link }
send-delivery = Delivery { $n } (order { $code }) is on its way. Please open this when it arrives and enter what you received: { $link }
