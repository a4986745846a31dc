// The frame of the report page. What the page does in a browser is for tests/browser.

#include <ostream>
#include <sstream>
#include <string>
#include <vector>

#include "base/digest.hpp"
#include "report/page/page.hpp"
#include "tests/support/catch.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

std::string page_of(const std::string& title, const std::vector<std::string>& pieces) {
  std::ostringstream out;
  write_page({title,
              [&](std::ostream& document) {
                for (const std::string& piece : pieces) {
                  document << piece;
                }
              }},
             out);
  return out.str();
}

// The text between the first `open` at or behind `at` and the `close` that follows; moves `at` behind it.
std::string between(const std::string& text, const std::string& open, const std::string& close, std::size_t& at) {
  const std::size_t start = text.find(open, at);
  if (start == std::string::npos) {
    at = std::string::npos;
    return {};
  }
  const std::size_t end = text.find(close, start + open.size());
  at = end + close.size();
  return text.substr(start + open.size(), end - start - open.size());
}

}  // namespace

TEST_CASE("no text of a report page ends the element that holds the document", "[report]") {
  const std::string page = page_of("t", {R"({"a":"</script)", R"(><!--","b":"<)", "\"}"});
  std::size_t at = 0;
  CHECK(between(page, R"(id="report">)", "</script>", at) ==
        "\n{\"a\":\"\\u003c/script>\\u003c!--\",\"b\":\"\\u003c\"}\n");
}

TEST_CASE("the title of a report page is text", "[report]") {
  std::size_t at = 0;
  CHECK(between(page_of("</title>\x1b<b>", {"{}"}), "<title>", "</title>", at) == "&lt;/title&gt;\\x1b&lt;b&gt;");
}

TEST_CASE("a report page allows each of its scripts and styles by its digest", "[report]") {
  const std::string page = page_of("t", {"{}"});
  std::size_t at = 0;
  const std::string policy = between(page, "Content-Security-Policy\" content=\"", "\"", at);
  for (const std::string element : {"script", "style"}) {
    std::size_t place = 0;
    std::size_t count = 0;
    for (std::string text = between(page, "<" + element + ">", "</" + element + ">", place); place != std::string::npos;
         text = between(page, "<" + element + ">", "</" + element + ">", place)) {
      CHECK(policy.find("'sha256-" + sha256_base64(text) + "'") != std::string::npos);
      ++count;
    }
    CHECK(count > 2);
  }
}

TEST_CASE("a report page stops where its stream fails", "[report]") {
  std::ostringstream out;
  out.setstate(std::ios::badbit);
  bool failed = false;
  write_page({"t", [&](std::ostream& document) { failed = !(document << "{}"); }}, out);
  CHECK(failed);
}
