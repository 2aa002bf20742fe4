/*
 * normal.h
 *		Canonical and folded spellings of text.
 */
#ifndef VN_NORMAL_H
#define VN_NORMAL_H

#include "text/buffer.h"

/*
 * Append the canonical spelling of a text: Unicode NFC, tone marks in the standard place (hòa, thủy), every kind of blank
 * as a plain one, runs of blanks as one, zero-width characters left out; line breaks and case stay. Idempotent.
 */
extern void vn_normalize(vn_buffer *out, const char *text, size_t length);

/*
 * Append the text canonical, in lower case and without diacritics (đ becomes d). Idempotent; depends on no locale.
 */
extern void vn_fold(vn_buffer *out, const char *text, size_t length);

/* Append the text canonical and in lower case, diacritics kept. Idempotent; depends on no locale. */
extern void vn_lower(vn_buffer *out, const char *text, size_t length);

#endif
