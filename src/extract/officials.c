/*
 * officials.c
 *		The rows of vn_officials().
 */
#include "extract/article.h"

vn_status
vn_read_officials(vn_article *article)
{
	article->has_officials = true;
	return VN_OK;
}
