package diag

var submissionEntries = []Entry{}
