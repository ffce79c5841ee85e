package diag

var outputEntries = []Entry{}
