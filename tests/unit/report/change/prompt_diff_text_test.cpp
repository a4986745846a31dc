#include "report/change/prompt_diff_text.hpp"

#include "base/text.hpp"
#include "tests/support/catch.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

// Escape sequences by the name of what they switch on; "." ends it.
std::string named(std::string text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 9> names{{{"\x1b[0m", "."},
                                                                                {"\x1b[1m", "<bold>"},
                                                                                {"\x1b[2m", "<dim>"},
                                                                                {"\x1b[31m", "<red>"},
                                                                                {"\x1b[32m", "<green>"},
                                                                                {"\x1b[1;31m", "<RED>"},
                                                                                {"\x1b[1;32m", "<GREEN>"},
                                                                                {"\x1b[7;31m", "<red block>"},
                                                                                {"\x1b[7;32m", "<green block>"}}};
  for (const auto& [sequence, name] : names) {
    text = replace_all(text, sequence, name);
  }
  return text;
}

DiffLine line(DiffLine::Kind kind, std::vector<DiffWords> words) {
  DiffLine line;
  line.kind = kind;
  for (const DiffWords& part : words) {
    line.text += part.text;
  }
  line.words = std::move(words);
  return line;
}

PromptComparison comparison() {
  const auto removed = DiffLine::Kind::removed;
  const auto added = DiffLine::Kind::added;
  PromptComparison comparison{{"p@1", "aa"}, {"p@2", "bb"}, {}, {}};
  comparison.prompts.interface.changed = true;
  comparison.prompts.interface.input = {{Change::added, "a", "field", {}, "string, required", CallerImpact::breaking}};
  DiffHunk hunk{1, 3, 1, 2, {}};
  hunk.lines = {line(removed, {{"in a ", false}, {"friendly", true}, {" tone, ", false}, {"always", true}}),
                line(added, {{"in a ", false}, {"kind", true}, {" tone,", false}, {"  ", true}}),
                {removed, 2, 0, "gone as a whole", {}, true},
                {DiffLine::Kind::same, 3, 2, "", {}, false}};
  comparison.files = {{"prompt", {{hunk}}}};
  return comparison;
}

}  // namespace

TEST_CASE("in colour, signs and changed words stand out, and unchanged words of a changed line do not") {
  CHECK(named(prompt_diff_text(comparison(), {.color = true})) == R"(<bold>p@1. → <bold>p@2.
  <dim>interface  .changed: <red>callers must change.
  <dim>           .input  <red>+. a: string, required (breaking)
  <dim>config     .unchanged
  <dim>text       .prompt
  <dim>@@ 1,3 → 1,2 @@.
   <red>-. in a <RED>friendly. tone, <RED>always.
   <green>+. in a <GREEN>kind. tone,<green block>  .
   <red>-. <red>gone as a whole.

   <dim>\ No newline at end of file.
)");
}

TEST_CASE("without colour, changed words stand in brackets, and a line too long goes on behind a bar") {
  CHECK(named(prompt_diff_text(comparison(), {.color = false, .width = 26})) == R"(p@1 → p@2
  interface  changed: callers must change
             input  + a: string, required
                      (breaking)
  config     unchanged
  text       prompt
  @@ 1,3 → 1,2 @@
   - in a [-friendly-]
   │ tone, [-always-]
   + in a {+kind+} tone,{+
   │  +}
   - gone as a whole

   \ No newline at end of file
)");
}
