package diag

var workbookEntries = []Entry{}
