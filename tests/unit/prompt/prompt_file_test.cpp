#include "prompt/prompt_file.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/faults.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

namespace {

// "model|body", or the faults.
std::string read(const std::string& text) {
  Diagnostics diagnostics;
  const auto source = source_of(text);
  const auto prompt = read_prompt("p", source, diagnostics);
  return diagnostics.all().empty() && prompt
             ? prompt->model + "|" + std::string(source->text().substr(prompt->body_start))
             : described(diagnostics);
}

std::string code_of(const std::string& text) {
  const std::string told = read(text);
  const std::size_t start = told.find("error[");
  return start == std::string::npos ? told : told.substr(start + 6, told.find(']', start) - start - 6);
}

}  // namespace

TEST_CASE("front matter stands behind blank lines and comments, as in Dotprompt's reference") {
  CHECK(read("---\nmodel: a/b\n---\nHello") == "a/b|Hello");
  CHECK(read("# Copyright\n#\n# SPDX: MIT\n\n---\nmodel: a/b\n---\nHello") == "a/b|Hello");
  CHECK(read("\n  \n\t\n---   \nmodel: a/b\n---  \nHello") == "a/b|Hello");
  CHECK(read("#!/usr/bin/env promptly\n---\n# only a comment\n---\nHello") == "|Hello");
  CHECK(read("---\nmodel: a/b\n---") == "a/b|");
  CHECK(read("---\n---\nHello") == "|Hello");
}

TEST_CASE("text without front matter is the body, headings and rules of Markdown too") {
  for (const std::string text :
       {"Hello", "", "# Title\n\nHello", "# Title\n---\nHello", "Hello\n---\nWorld\n---\n", "One\n\n----\n\nTwo",
        "Say:\n---\nDear {{name}},\nthank you: {{reason}}\n---\n", "A table\n---|---\nx: 1|y: 2\n",
        "Classify.\n---\ninput: {{text}}\noutput:\n", "Classify.\n---\ninput: I love it\noutput: good\n---\ninput: ",
        "Write YAML:\n```yaml\n---\nmodel: a/b\n---\n```\n"}) {
    CHECK(read(text) == "|" + text);
  }
}

TEST_CASE("what looks like front matter and would be sent as text is a fault") {
  CHECK(read("<!-- Copyright -->\n---\nmodel: a/b\n---\nHello") ==
        "file:3:1: error[front-matter]: front matter that is not at its place would be sent as text\n"
        "    model: a/b\n    ^\n"
        "  hint: it stands first, between two lines of `---`; if it is text, begin the file with two lines of `---`: "
        "empty front matter\n");
  for (const std::string text :
       {"----\nmodel: a/b\n----\nHello", " ---\nmodel: a/b\n---\nHello", "model: a/b\n---\nHello",
        "+++\nmodel: a/b\n+++\nHello", "---yaml\nmodel: a/b\n---\nHello", "Hello\n---\nmodel: a/b\nconfig: {}\n---\n",
        "{{! licence }}\n---\nmodel: a/b\n---\nHello", "\u2014\nmodel: a/b\n\u2014\nHello",
        "# Title\n---\nmodel: a/b\n", "\u200b---\nmodel: a/b\n---\nHello", "\u00a0---\nmodel: a/b\n---\nHello",
        "%YAML 1.2\n---\nmodel: a/b\n---\nHello", "--\nmodel: a/b\nfoo: bar\ndescription: x\n--\nHello"}) {
    INFO(text);
    CHECK(code_of(text) == "front-matter");
  }
  CHECK(read("---\nmodel: a/b\n---\n\n---\nmodel: c/d\n---\nHello").find("a second front matter") != std::string::npos);
  CHECK(read("---\n---\nAbout Dotprompt:\n---\nmodel: a/b\n---\n").starts_with("|About"));
}

TEST_CASE("front matter that can't be one is a fault") {
  CHECK(read("---\nmodel: a/b\nHello") ==
        "file:1:1: error[front-matter]: the front matter has no closing `---` line\n    ---\n    ^\n");
  CHECK(code_of("\n---\nmodel: a/b\nHello") == "front-matter");
  CHECK(read("# Role\n\n---\nYou help.\n---\nHello") ==
        "file:4:1: error[front-matter]: front matter is a map of keys, not text\n    You help.\n    ^\n"
        "  hint: if these lines belong to the body, begin the file with two lines of `---`\n");
  CHECK(read("# You are kind.\n---\n\n---\nHello") ==
        "file:1:1: error[front-matter]: lines before an empty front matter would not be sent\n"
        "    # You are kind.\n    ^\n  hint: put them behind it, or write a comment as {{! \u2026 }}\n");
}

TEST_CASE("a body that holds something else than a prompt's text is a fault") {
  CHECK(read("---\nmodel: a/b\n---\n[{\"role\": \"system\", \"content\": \"Be kind\"}]\n") ==
        "file:4:1: error[no-template]: the body is a list of messages, and would be sent as the text of one\n"
        "    [{\"role\": \"system\", \"content\": \"Be kind\"}]\n    ^\n"
        "  hint: write {{role \"system\"}}, {{role \"user\"}} before the text of each message\n");
  for (const std::string text :
       {"[ {'role': 'user', 'content': {{json q}}} ]", "{\"messages\": [{\"role\": \"user\", \"content\": \"x\"}]}",
        "- role: system\n  content: Be kind\n- role: user\n  content: '{{q}}'\n", "file://prompt.txt",
        "../shared/tone.prompt\n"}) {
    INFO(text);
    CHECK(code_of(text) == "no-template");
  }
  for (const std::string text :
       {"Continue: [{\"role\": \"user\", \"content\": \"x\"}]", "[a list] with {braces}", "{{messages}} role content",
        "{\"role\": \"user\"}", "tone.prompt", "See file://x for more", "[{\"role\": \"judge\"}]"}) {
    CHECK(read(text) == "|" + text);
  }
}
