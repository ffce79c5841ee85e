package diag

var planEntries = []Entry{}
