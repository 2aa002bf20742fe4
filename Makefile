# vn_civic: Vietnamese civic text in PostgreSQL.
#   make, make install, make installcheck   as with any PGXS extension (PG_CONFIG names the installation)
#   make check-core                         the core without a server, under the sanitizers
#   make demo, make test, make gold         in a throw-away PostgreSQL: a tour, all tests, the extractors' scores

EXTENSION = vn_civic
MODULE_big = vn_civic
# The version is written in vn_civic.control alone; the build stops where another place disagrees.
EXTVERSION := $(shell sed -n "s/^default_version = '\(.*\)'/\1/p" vn_civic.control)
# Every released version and the ways between them; released scripts are never edited.
DATA = $(sort $(wildcard vn_civic--*.sql))

# One object for each source; compiled.c is written by tools/compile_data.
core_folders = text lexicon document search extract
CORE = $(sort $(patsubst %.c,%.o,$(wildcard $(core_folders:%=src/%/*.c))) src/lexicon/compiled.o)
GLUE = $(sort $(patsubst %.c,%.o,$(wildcard src/pg/*.c)))
OBJS = $(CORE) $(GLUE)
ALL_HEADERS = $(wildcard src/*.h src/*/*.h)

REGRESS = $(patsubst sql/%.sql,%,$(sort $(wildcard sql/*.sql)))
REGRESS_OPTS = --load-extension=vn_civic

ICU_CFLAGS := $(shell pkg-config --cflags icu-uc)
ICU_LIBS := $(shell pkg-config --libs icu-uc)
PG_CPPFLAGS = -Isrc $(ICU_CFLAGS) -DVN_CIVIC_VERSION='"$(EXTVERSION)"'
PG_CFLAGS = -std=gnu11 -Wextra -Wno-declaration-after-statement -Wno-unused-parameter -Wno-sign-compare \
	-Wno-missing-field-initializers
SHLIB_LINK = $(ICU_LIBS)
EXTRA_CLEAN = src/lexicon/compiled.c tools/compile_data build

PG_CONFIG ?= pg_config
PGXS := $(shell $(PG_CONFIG) --pgxs)
include $(PGXS)

# ---------------------------------------------------------------- the core's data

COMPILER_SOURCES = tools/compile_data.c $(wildcard src/text/scan*.c) src/text/letters.c src/lexicon/layouts.c
CATALOGS = $(wildcard data/*.tsv)

tools/compile_data: $(COMPILER_SOURCES) $(ALL_HEADERS)
	$(CC) -std=c11 -O1 -Wall -Wextra -Isrc $(ICU_CFLAGS) -o $@ $(COMPILER_SOURCES) $(ICU_LIBS)

src/lexicon/compiled.c: tools/compile_data $(CATALOGS)
	tools/compile_data data $@.tmp
	mv $@.tmp $@

# Calls inside the core need no detour through the linker's table.
$(CORE): CFLAGS += -fvisibility=hidden

$(OBJS) $(OBJS:.o=.bc): $(ALL_HEADERS) vn_civic.control

all: check-version
.PHONY: check-version check-core check-memory check-valgrind lint fuzz fuzz-afl fuzz-sql demo test gold
check-version: META.json vn_civic--$(EXTVERSION).sql
	@grep -q '"version": "$(EXTVERSION).0"' META.json || { echo "META.json: version is not $(EXTVERSION).0" >&2; exit 1; }

# ---------------------------------------------------------------- the core without a server

# Sanitizers stop at the first error; trace-pc counts the work done (see test/core/check.h).
TEST_CFLAGS = -std=c11 -D_POSIX_C_SOURCE=200809L -g -O1 -Wall -Wextra -Isrc -Itest/core $(ICU_CFLAGS) -fsanitize=address,undefined -fno-sanitize-recover=all
TEST_CORE = $(CORE:%.o=build/%.o)
TEST_SUPPORT = $(patsubst %,build/test/core/%.o,memory invariants searching vocabularies reference reference_scan reference_words)
TEST_RUN = $(patsubst %,build/test/core/%.o,run golden hostile random)
GOLDEN = $(sort $(wildcard test/core/*.golden))
TEXTS = $(sort $(wildcard data/samples/*.txt test/fuzz/seeds/*))

check-core: build/core_tests
	build/core_tests $(GOLDEN) $(TEXTS)

build/core_tests: $(TEST_CORE) $(TEST_SUPPORT) $(TEST_RUN)
	$(CC) $(TEST_CFLAGS) -o $@ $^ $(ICU_LIBS)

$(TEST_CORE): TEST_CFLAGS += -fsanitize-coverage=trace-pc
build/%.o: %.c $(ALL_HEADERS) $(wildcard test/core/*.h)
	@mkdir -p $(@D)
	$(CC) $(TEST_CFLAGS) -c -o $@ $<

# ---------------------------------------------------------------- fuzzing, with clang or AFL++

# make fuzz FUZZ_SECONDS=3600, make fuzz-afl FUZZ_SECONDS=3600: new inputs are kept in build/fuzz/corpus and build/fuzz/afl,
# what fails in build/fuzz and build/fuzz/afl/default/crashes.
FUZZ_SECONDS = 60
FUZZ_CORPUS = build/fuzz/corpus
FUZZ_FLAGS = -std=c11 -D_POSIX_C_SOURCE=200809L -DVN_GROW_BY_ONE -g -O1 -Isrc -Itest/core $(ICU_CFLAGS) \
	-fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all
FUZZ_SOURCES = test/fuzz/core.c $(TEST_SUPPORT:build/%.o=%.c) $(CORE:.o=.c)

build/fuzz/core build/fuzz/core-afl: $(FUZZ_SOURCES) $(ALL_HEADERS) test/core/check.h
	@mkdir -p $(FUZZ_CORPUS)
	$(if $(filter %-afl,$@),afl-clang-fast,clang) $(FUZZ_FLAGS) -o $@ $(FUZZ_SOURCES) $(ICU_LIBS)

fuzz: build/fuzz/core
	build/fuzz/core -max_total_time=$(FUZZ_SECONDS) -max_len=4096 -timeout=20 -rss_limit_mb=4096 -print_final_stats=1 \
		-artifact_prefix=build/fuzz/ $(FUZZ_CORPUS) test/fuzz/seeds data/samples

# The other corpus is the seed. No settings of the machine are asked for.
fuzz-afl: build/fuzz/core-afl
	rm -rf build/fuzz/afl-seeds && mkdir -p build/fuzz/afl-seeds
	find test/fuzz/seeds $(FUZZ_CORPUS) -type f -exec cp -t build/fuzz/afl-seeds {} +
	AFL_NO_UI=1 AFL_NO_AFFINITY=1 AFL_SKIP_CPUFREQ=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_AUTORESUME=1 \
		afl-fuzz -V $(FUZZ_SECONDS) -m none -t 20000 -i build/fuzz/afl-seeds -o build/fuzz/afl -- build/fuzz/core-afl

# ---------------------------------------------------------------- in a throw-away PostgreSQL

# The regression tests under valgrind: a few minutes.
check-valgrind:
	tools/valgrind.sh

# A backend's memory over a million calls of each function: half an hour.
check-memory:
	tools/check_memory.sh

demo test gold:
	tools/$@.sh

fuzz-sql:
	tools/fuzz_sql.sh $(FUZZ_SECONDS)

lint:
	tools/lint.sh
