package diag

// Who owes what, reminders and receipts.
var remindEntries = []Entry{}
