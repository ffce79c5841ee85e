package diag

var annexEntries = []Entry{}
