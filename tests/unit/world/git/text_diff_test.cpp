#include "world/git/git_text_diff.hpp"

#include "tests/support/catch.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

// Each line with its sign; changed parts in brackets, where words were compared.
std::string shown(const DiffLine& line) {
  std::string text = line.words.empty() ? line.text : "";
  for (const DiffWords& words : line.words) {
    text += words.changed ? "[" + words.text + "]" : words.text;
  }
  return std::string(1, " -+"[static_cast<std::size_t>(line.kind)]) + text + (line.has_newline ? "" : "\\");
}

std::vector<std::string> compared(std::string_view before, std::string_view after) {
  std::vector<std::string> lines;
  for (const DiffHunk& hunk : diff_texts(before, after).hunks) {
    for (const DiffLine& line : hunk.lines) {
      lines.push_back(shown(line));
    }
  }
  return lines;
}

DiffLine line(DiffLine::Kind kind, std::size_t old_number, std::size_t new_number, const std::string& text) {
  return {kind, old_number, new_number, text, {}, true};
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("the same text has no hunks") {
  CHECK(diff_texts("", "").hunks.empty());
  CHECK(diff_texts("a\nb\n", "a\nb\n").hunks.empty());
  CHECK(diff_texts("no line break", "no line break").hunks.empty());
}

TEST_CASE("a hunk has three lines around its change, and the numbers of its lines") {
  const TextDiff diff = diff_texts("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\nmore\n6\n7\n8\n9\n");
  REQUIRE(diff.hunks.size() == 1);
  const DiffHunk& hunk = diff.hunks.front();
  CHECK(hunk.old_start == 2);
  CHECK(hunk.old_count == 7);
  CHECK(hunk.new_start == 2);
  CHECK(hunk.new_count == 8);
  const auto same = DiffLine::Kind::same;
  const auto added = DiffLine::Kind::added;
  CHECK(hunk.lines == std::vector{line(same, 2, 2, "2"), line(same, 3, 3, "3"), line(same, 4, 4, "4"),
                                  line(DiffLine::Kind::removed, 5, 0, "5"), line(added, 0, 5, "five"),
                                  line(added, 0, 6, "more"), line(same, 6, 7, "6"), line(same, 7, 8, "7"),
                                  line(same, 8, 9, "8")});
}

TEST_CASE("changes that stand far apart are hunks of their own") {
  const auto numbers = [](const std::string& first, const std::string& last) {
    return first + "\n2\n3\n4\n5\n6\n7\n8\n" + last + "\n";
  };
  const TextDiff diff = diff_texts(numbers("a", "b"), numbers("c", "d"));
  REQUIRE(diff.hunks.size() == 2);
  CHECK(diff.hunks[1].old_start == 6);
}

TEST_CASE("a text that was not there is added as a whole, whatever its bytes") {
  CHECK(compared("", "one two\nthree\n") == Lines{"+one two", "+three"});
  CHECK(compared("one two\nthree\n", "") == Lines{"-one two", "-three"});
  CHECK(compared("", std::string_view("a\0b\n", 4)) == Lines{"+" + std::string("a\0b", 3)});
  CHECK(compared("good \xff byte\n", "good \xfe byte\n") == Lines{"-good [\xff] byte", "+good [\xfe] byte"});
}

TEST_CASE("a missing last line break is kept apart from the text") {
  CHECK(compared("be calm", "be calm\n") == Lines{"-be calm\\", "+be calm"});
  CHECK(compared("be calm\n", "be calm") == Lines{"-be calm", "+be calm\\"});
  CHECK(compared("a\nbe calm", "b\nbe calm") == Lines{"-a", "+b", " be calm\\"});
}

TEST_CASE("changed words are marked, with the spaces between them") {
  CHECK(compared("in a friendly tone.\n", "in a formal and calm tone.\n") ==
        Lines{"-in a [friendly] tone.", "+in a [formal and calm] tone."});
  CHECK(compared("Say \"low\", then stop.\n", "Say \"high\", then stop.\n") ==
        Lines{"-Say \"[low]\", then stop.", "+Say \"[high]\", then stop."});
  CHECK(compared("the model: openai/gpt-4o\n", "the model: openai/o3-mini\n") ==
        Lines{"-the model: [openai/gpt-4o]", "+the model: [openai/o3-mini]"});
}

TEST_CASE("words are found in every script") {
  CHECK(compared("Immer höflich: „Grüße“!\n", "Immer herzlich: „Grüße“!\n") ==
        Lines{"-Immer [höflich]: „Grüße“!", "+Immer [herzlich]: „Grüße“!"});
  CHECK(compared("お客様のメールを丁寧に分類する。\n", "お客様のメールを迅速に分類する。\n") ==
        Lines{"-お客様のメールを[丁寧]に分類する。", "+お客様のメールを[迅速]に分類する。"});
  CHECK(compared("cafe\u0301 au lait ici\n", "cafe\u0302 au lait ici\n") ==
        Lines{"-[cafe\u0301] au lait ici", "+[cafe\u0302] au lait ici"});
}

TEST_CASE("text that was wrapped anew shows only the words that changed") {
  CHECK(compared("Use only the passages, and nothing\nfrom general knowledge.\n",
                 "Use only the passages,\nand nothing at all from\ngeneral knowledge.\n") ==
        Lines{"-Use only the passages, and nothing", "-from general knowledge.", "+Use only the passages,",
              "+and nothing [at all] from", "+general knowledge."});
}

TEST_CASE("white space is marked where nothing else changed") {
  CHECK(compared("the end\n", "the end  \n") == Lines{"-the end", "+the end[  ]"});
  CHECK(compared("a: 1\nb: 2\n", "a: 1\n  b:  2\n") == Lines{" a: 1", "-b:[ ]2", "+[  ]b:[  ]2"});
  CHECK(compared("x\n   \n", "x\n \n") == Lines{" x", "-[   ]", "+[ ]"});
}

TEST_CASE("texts with next to nothing in common are shown whole") {
  CHECK(compared("Answer in the language of the customer.\n",
                 "Never promise the refund of any amount, the rules say.\n") ==
        Lines{"-Answer in the language of the customer.", "+Never promise the refund of any amount, the rules say."});
}

TEST_CASE("a few words that are common by chance do not cut a phrase") {
  CHECK(compared("Begin with a greeting and thank the customer for writing in a kind tone.\n",
                 "Begin with the answer and nothing else for writing in a kind tone.\n") ==
        Lines{"-Begin with [a greeting and thank the customer] for writing in a kind tone.",
              "+Begin with [the answer and nothing else] for writing in a kind tone."});
}

TEST_CASE("a changed line is compared by words next to new ones") {
  const std::string rules = "Write soberly.\nKeep amounts.\nMention any injury at the beginning.\nLeave out names.\n";
  const Lines added{"+Write soberly.", "+Keep amounts.", "+Mention any injury at the beginning.", "+Leave out names."};
  Lines expected{"-Sum [it] up.", "+Sum [everything] up."};
  expected.insert(expected.end(), added.begin(), added.end());
  CHECK(compared("Sum it up.\n", "Sum everything up.\n" + rules) == expected);
}

TEST_CASE("a new line is shown whole although its last full stop or bracket was there before") {
  CHECK(compared("Always be brief.\n", "Always be short.\nNever swear.\n") ==
        Lines{"-Always be [brief].", "+Always be [short].", "+Never swear."});
  CHECK(compared("a: {kind: old}\nb: {size: 1}\n", "c: {all: of}\na: {kind: new}\nb: {size: 2}\n") ==
        Lines{"-a: {kind: [old]}", "-b: {size: [1]}", "+c: {all: of}", "+a: {kind: [new]}", "+b: {size: [2]}"});
}

TEST_CASE("the files that differ are the prompt and then partials, one that is gone or new as well") {
  const BundleText before{"same\n", {{"a", "a\n"}, {"gone", "gone\n"}, {"kept", "kept\n"}}};
  const BundleText after{"same\n", {{"a", "b\n"}, {"kept", "kept\n"}, {"new", "new\n"}}};
  std::vector<std::string> names;
  for (const FileDiff& file : diff_files(before, after)) {
    names.push_back(file.file);
  }
  CHECK(names == std::vector<std::string>{"partial a", "partial gone", "partial new"});
  CHECK(diff_files(before, before).empty());
}
