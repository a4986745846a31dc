#include "base/file_text.hpp"

#include <algorithm>

#include "tests/support/catch.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

ByteStream in_pieces(std::string bytes, std::size_t size) {
  return [bytes = std::move(bytes), size, at = std::size_t{0}](std::string& chunk) mutable {
    chunk = bytes.substr(std::min(at, bytes.size()), size);
    at += size;
    return !chunk.empty();
  };
}

// What is read, or the fault, whatever the pieces that the bytes come in.
std::string read(const std::string& bytes) {
  std::string first;
  for (const std::size_t size : {std::size_t{1}, std::size_t{2}, std::size_t{3}, std::size_t{7}, std::size_t{1000}}) {
    std::string text;
    try {
      text = whole_text(as_text("f", in_pieces(bytes, size)), "f");
    } catch (const FileFault& fault) {
      text = describe(fault.diagnostic());
    }
    INFO("pieces of " << size);
    first = size == 1 ? text : first;
    CHECK(text == first);
  }
  return first;
}

std::string code_of(const std::string& bytes) {
  const std::string told = read(bytes);
  const std::size_t start = told.find("error[");
  return start == std::string::npos ? told : told.substr(start + 6, told.find(']', start) - start - 6);
}

}  // namespace

TEST_CASE("line ends become LF, and a byte order mark goes") {
  CHECK(read("") == "");
  CHECK(read("a\r\nb\r\n") == "a\nb\n");
  CHECK(read("a\rb\r") == "a\nb\n");
  CHECK(read("a\r\r\n\nb") == "a\n\n\nb");
  CHECK(read("\xEF\xBB\xBF"
             "ü\r\n") == "ü\n");
  CHECK(read("a\xEF\xBB\xBF") == "a\xEF\xBB\xBF");
}

TEST_CASE("what stands in the place of a file's content is no text of the user's") {
  const std::string lfs = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 5\n";
  CHECK(read(lfs) ==
        "f: error[pointer-file]: this is Git LFS's pointer to the file, not its content\n"
        "  hint: git lfs pull brings it\n");
  CHECK(code_of("\xEF\xBB\xBF/annex/objects/SHA256E-s5--ab") == "/annex/objects/SHA256E-s5--ab");
  CHECK(code_of("/annex/objects/SHA256E-s5--ab\n") == "pointer-file");
  CHECK(code_of(std::string("\0GITCRYPT\0\1\2\3", 13)) == "pointer-file");
  CHECK(read("See " + lfs) == "See " + lfs);
}

TEST_CASE("UTF-16 and bytes are told in one message") {
  CHECK(code_of("\xFF\xFEi\0d\0") == "not-text");
  CHECK(code_of("\xFE\xFF\0i\0d") == "not-text");
  CHECK(read(std::string("one\ntwo\0three\n", 14)) ==
        "f:2:1: error[not-text]: a zero byte: the file is no text, or UTF-16 without a mark\n"
        "  hint: save it as UTF-8\n");
}

TEST_CASE("a merge that is not done is a fault at its line") {
  CHECK(read("one\n<<<<<<< HEAD\ntwo\n=======\nthree\n>>>>>>> other\n") ==
        "f:2:1: error[merge-conflict]: git left both sides of a merge here\n    <<<<<<< HEAD\n    ^\n"
        "  hint: keep one, and take the markers away; text that is meant to look so must be indented\n");
  CHECK(code_of("<<<<<<< ours\r\n") == "merge-conflict");
  CHECK(code_of("one\n=======\nthree\n>>>>>>> other") == "merge-conflict");
  for (const std::string text : {"a <<<<<<< b\n", " <<<<<<< HEAD\n", "<<<<<<<<\n", "Title\n=======\ntext\n",
                                 ">>>>>>> a quoted mail\n", "=======x\n>>>>>>> y\n", "<<<<<<<"}) {
    CHECK(read(text) == text);
  }
}

TEST_CASE("a file that is held in memory, and a record, have a bound") {
  const auto endless = [](std::string& chunk) {
    chunk.assign(std::size_t{1} << 20, 'x');
    return true;
  };
  CHECK_THROWS_AS(whole_text(endless, "f"), FileFault);
  CHECK_NOTHROW(require_record_size(std::size_t{64} << 20, "f", 3));
  CHECK_THROWS_AS(require_record_size((std::size_t{64} << 20) + 1, "f", 3), FileFault);
}
