package diag

var voiceEntries = []Entry{}
