/*
 * directives.c
 *		The rows of vn_directives().
 */
#include "extract/article.h"

vn_status
vn_read_directives(vn_article *article)
{
	article->has_directives = true;
	return VN_OK;
}
