package diag

var composeEntries = []Entry{}
