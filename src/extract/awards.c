/*
 * awards.c
 *		The rows of vn_awards().
 */
#include "extract/article.h"

vn_status
vn_read_awards(vn_article *article)
{
	article->has_awards = true;
	return VN_OK;
}
