/*
 * article.c
 *		The life of an article.
 */
#include "extract/article.h"

#include <string.h>

vn_status
vn_article_read(vn_article *article, const vn_env *env, const vn_vocabulary *vocabulary, const char *text, size_t length)
{
	memset(article, 0, sizeof(*article));
	article->arena.env = env;
	return vn_document_read(&article->document, env, vocabulary, text, length);
}

void
vn_article_release(vn_article *article)
{
	vn_arena_release(&article->arena);
	vn_document_release(&article->document);
}
