// Package ooxml is what the readers, the marked copies and the writers of
// spreadsheets share: the zip archive and its parts, relations between parts, one
// scanner of XML, and zip archives written so that the same content gives the
// same bytes. All of it is bounded by the reader's guard, and what breaks a rule
// is refused, never passed over.
//
// OpenDocument files are archives of XML parts as well and are read with it too.
package ooxml
