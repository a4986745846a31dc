#include "tests/support/catch.hpp"
#include "tests/unit/template/template_fixture.hpp"

using promptctl::template_testing::faults_of;

TEST_CASE("a tag that is not closed is named where it begins, and reading goes on behind it") {
  CHECK(faults_of({"a {{b\n{{c}} {{#d"}) ==
        "a.prompt:1:3: error[template-syntax]: this tag is not closed before the next one begins\n"
        "    a {{b\n"
        "      ^\n"
        "  hint: end it with `}}`\n"
        "a.prompt:2:7: error[template-syntax]: this tag is never closed\n"
        "    {{c}} {{#d\n"
        "          ^\n"
        "  hint: end it with `}}`\n");
  CHECK(faults_of({"{{!-- a }} b"}) ==
        "a.prompt:1:1: error[template-syntax]: this comment is never closed\n"
        "    {{!-- a }} b\n"
        "    ^\n"
        "  hint: end it with `--}}`\n");
  CHECK(
      faults_of({"{{customer's}} {{x y}}"}) ==
      "a.prompt:1:11: error[template-syntax]: the text that begins here has no closing '\n"
      "    {{customer's}} {{x y}}\n"
      "              ^\n"
      "a.prompt:1:18: error[unknown-helper]: there is no helper `x`\n"
      "    {{customer's}} {{x y}}\n"
      "                     ^\n"
      "  hint: helpers: each, history, if, ifEquals, json, lookup, media, role, section, unless, unlessEquals, with\n");
  CHECK(faults_of({R"({"a": {{b}}})"}) ==
        "a.prompt:1:10: error[template-syntax]: `}}}` only ends a tag that begins with `{{{`\n"
        "    {\"a\": {{b}}}\n"
        "             ^\n"
        "  hint: put a space before the third brace\n");
}

TEST_CASE("blocks that do not fit together are named at both ends") {
  CHECK(faults_of({"{{#if a}}\n{{#each b}}\n{{/if}}\n{{/with}}"}) ==
        "a.prompt:2:1: error[template-syntax]: `{{#each}}` is never closed\n"
        "    {{#each b}}\n"
        "    ^\n"
        "  hint: close it with {{/each}}\n"
        "a.prompt:4:1: error[template-syntax]: `{{/with}}` closes nothing\n"
        "    {{/with}}\n"
        "    ^\n");
  CHECK(faults_of({"{{^a}}{{else if b}}{{/a}}{{else}}"}) ==
        "a.prompt:1:7: error[template-syntax]: the `else` of a `{{^` block takes no condition\n"
        "    {{^a}}{{else if b}}{{/a}}{{else}}\n"
        "          ^\n"
        "a.prompt:1:26: error[template-syntax]: this `else` belongs to no block\n"
        "    {{^a}}{{else if b}}{{/a}}{{else}}\n"
        "                             ^\n");
  CHECK(faults_of({"{{#if a}}{{else}}{{else}}{{/unless}}"}) ==
        "a.prompt:1:18: error[template-syntax]: `{{#if}}` has an `else` already\n"
        "    {{#if a}}{{else}}{{else}}{{/unless}}\n"
        "                     ^\n"
        "a.prompt:1:26: error[template-syntax]: `{{/unless}}` closes nothing\n"
        "    {{#if a}}{{else}}{{else}}{{/unless}}\n"
        "                             ^\n"
        "  hint: the block that is open here is `if`\n"
        "a.prompt:1:1: error[template-syntax]: `{{#if}}` is never closed\n"
        "    {{#if a}}{{else}}{{else}}{{/unless}}\n"
        "    ^\n"
        "  hint: close it with {{/if}}\n");
}

TEST_CASE("an unknown helper is an error that names the nearest") {
  CHECK(faults_of({"{{#iff a}}{{jsn b}}{{/iff}}"}) ==
        "a.prompt:1:4: error[unknown-helper]: there is no helper `iff`\n"
        "    {{#iff a}}{{jsn b}}{{/iff}}\n"
        "       ^\n"
        "  hint: did you mean `if`?\n"
        "a.prompt:1:13: error[unknown-helper]: there is no helper `jsn`\n"
        "    {{#iff a}}{{jsn b}}{{/iff}}\n"
        "                ^\n"
        "  hint: did you mean `json`?\n");
  CHECK(faults_of({"{{#each l as |json|}}{{json x}}{{/each}}"}) ==
        "a.prompt:1:24: error[unknown-helper]: there is no helper `json`\n"
        "    {{#each l as |json|}}{{json x}}{{/each}}\n"
        "                           ^\n"
        "  hint: did you mean `json`?\n");
}

TEST_CASE("a helper that is called in the wrong way says how it is written") {
  const auto one = [](const std::string& text, const std::string& code, int column, const std::string& rest) {
    CHECK(faults_of({text}) ==
          "a.prompt:1:" + std::to_string(column) + ": error[" + code + "]: " + rest.substr(0, rest.find('|')) +
              "\n    " + text + "\n    " + std::string(static_cast<std::size_t>(column - 1), ' ') + "^\n" +
              (rest.find('|') == std::string::npos ? "" : "  hint: " + rest.substr(rest.find('|') + 1) + "\n"));
  };
  one("{{role}}", "wrong-arguments", 3,
      "`role` takes 1 argument, not 0|write {{role \"system\"}}; a variable of this name is {{this.role}}");
  one("{{if a}}", "wrong-arguments", 3, "`if` is a block|write {{#if x}}…{{else}}…{{/if}}");
  one("{{#json a}}{{/json}}", "wrong-arguments", 4, "`json` is no block|write {{json value indent=2}}");
  one("{{#if a b}}{{/if}}", "wrong-arguments", 4, "`if` takes 1 argument, not 2|write {{#if x}}…{{else}}…{{/if}}");
  one("{{json a ident=2}}", "wrong-arguments", 10, "`json` takes no `ident=`|did you mean `indent`?");
  one("{{json a indent=2 indent=3}}", "wrong-arguments", 19, "`indent=` stands here twice");
  one("{{media type=a}}", "wrong-arguments", 9,
      "`media` takes no `type=`|write {{media url=photo contentType=\"image/jpeg\"}}");
  one("{{media contentType=a}}", "wrong-arguments", 3,
      "`media` needs `url=`|write {{media url=photo contentType=\"image/jpeg\"}}");
  one("{{#with a as |b c|}}{{/with}}", "wrong-arguments", 4,
      "this block fills 1 name, not 2|write {{#with x}}…{{else}}…{{/with}}");
  one("{{#if (history)}}{{/if}}", "wrong-arguments", 8, "`history` gives no value|write {{history}}");
  one("{{role \"usr\"}}", "unknown-role", 3, "there is no role `usr`|did you mean `user`?");
  one("{{role \"narrator\"}}", "unknown-role", 3, "there is no role `narrator`|roles: system, user, model, tool");
  one("{{section 3}}", "wrong-arguments", 3, "a section's name must be text|write {{section \"examples\"}}");
}

TEST_CASE("what can't be read in a tag is named where it stands") {
  const auto one = [](const std::string& text, int column, const std::string& message) {
    CHECK(faults_of({text}) == "a.prompt:1:" + std::to_string(column) + ": error[template-syntax]: " + message +
                                   "\n    " + text + "\n    " + std::string(static_cast<std::size_t>(column - 1), ' ') +
                                   "^\n");
  };
  one("{{}}", 3, "the tag ends where a name must stand");
  one("{{a.}}", 4, "`.` can't stand here");
  one("{{a#b}}", 4, "`#` can't stand here");
  one("{{json (json a}}", 15, "the tag ends where `)` must stand");
  one("{{json a)}}", 9, "`)` stands where the end of the tag must stand");
  one("{{json =a}}", 8, "`=` stands where a name must stand");
  one("{{a.this}}", 5, "`this` can only begin a path");
  one("{{#each a as |x}}{{/each}}", 16, "the tag ends where `|` must stand");
  one("{{json \"a\"b}}", 11, "`b` can't stand here");
  one("{{#> a}}{{/a}}", 1, "Dotprompt's templates have no blocks as partials");
  one("{{#*inline \"a\"}}{{/inline}}", 1, "Dotprompt's templates have no decorators");
  one("{{{{raw}}}}", 1, "Dotprompt's templates have no raw blocks");
}

TEST_CASE("brackets as in other languages and partials by computed names get a hint") {
  CHECK(faults_of({"{{a[0]}} {{> (lookup a b)}}"}) ==
        "a.prompt:1:4: error[template-syntax]: `[` can't stand here\n"
        "    {{a[0]}} {{> (lookup a b)}}\n"
        "       ^\n"
        "  hint: an item of a list is `list.[0]`, a name with odd characters `map.[its name]`\n"
        "a.prompt:1:14: error[template-syntax]: a partial's name must be written out\n"
        "    {{a[0]}} {{> (lookup a b)}}\n"
        "                 ^\n"
        "  hint: a version holds all partials of its prompt, so they must be known before it runs\n");
}
