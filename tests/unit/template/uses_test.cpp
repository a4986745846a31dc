#include <fmt/format.h>

#include "tests/support/catch.hpp"
#include "tests/unit/template/template_fixture.hpp"

using promptctl::Diagnostics;
using promptctl::Template;

namespace {

Template parsed(const std::string& text) {
  Diagnostics diagnostics;
  return Template::parse(promptctl::template_testing::source_of(text), 0, diagnostics).value();
}

// One line a use: place, name, path, and what else there is to say.
std::string variables(const std::string& text) {
  std::string all;
  for (const auto& use : parsed(text).variables()) {
    all += fmt::format("{}:{} {} = {}{}{}\n", use.where.line, use.where.column, use.name, use.path,
                       use.tested ? ", tested" : "", use.resolved ? "" : ", unresolved");
  }
  return all;
}

std::string partials(const std::string& text) {
  std::string all;
  for (const auto& use : parsed(text).partials()) {
    all += fmt::format("{}:{} {} in `{}`{} with [{}]\n", use.where.line, use.where.column, use.name, use.context,
                       use.resolved ? "" : " unresolved", fmt::join(use.given, ","));
  }
  return all;
}

}  // namespace

TEST_CASE("variables are listed by their path from the root, with their place and whether they are only tested") {
  CHECK(variables(
            "{{a}} {{b.c}}\n{{#if d}}{{@root.e.f}}{{else if g.h}}{{/if}}{{#unless i}}{{json j indent=k}}{{/unless}}") ==
        "1:3 a = a\n"
        "1:9 b = b.c\n"
        "2:7 d = d, tested\n"
        "2:12 e = e.f\n"
        "2:33 g = g.h, tested\n"
        "2:55 i = i, tested\n"
        "2:65 j = j\n"
        "2:74 k = k\n");
}

TEST_CASE("in with and each, paths and block parameters are followed to the root") {
  CHECK(variables(
            "{{#with a.b}}{{c}}{{../d}}{{this}}{{/with}}{{#each l as |x i|}}{{x.n}}{{i}}{{@index}}{{n}}{{#each m}}{{.}}"
            "{{x.o}}{{/each}}{{else}}{{p}}{{/each}}") ==
        "1:9 a = a.b\n"
        "1:16 a = a.b.c\n"
        "1:21 d = d\n"
        "1:29 a = a.b\n"
        "1:52 l = l\n"
        "1:66 l = l[].n\n"
        "1:88 l = l[].n\n"
        "1:99 l = l[].m\n"
        "1:104 l = l[].m[]\n"
        "1:109 l = l[].o\n"
        "1:133 p = p\n");
}

TEST_CASE("what only shows when running is listed as written") {
  CHECK(
      variables(
          "{{#a}}{{b}}{{../c}}{{/a}}{{#with (lookup d e)}}{{f.g}}{{/with}}{{../h}}{{@state.x.y}}{{this}}{{@first}}") ==
      "1:4 a = a\n"
      "1:9 b = b, unresolved\n"
      "1:14 c = c\n"
      "1:42 d = d\n"
      "1:44 e = e\n"
      "1:50 f = f.g, unresolved\n"
      "1:66 h = ../h, unresolved\n"
      "1:74 @state = @state.x.y\n"
      "1:88  = \n");
}

TEST_CASE("partials are listed with what this is in them") {
  CHECK(partials("{{> p}}{{> dir/q a.b x=c y=1}}{{#each l}}{{> r}}{{> s ../t}}{{/each}}{{#u}}{{> v}}{{/u}}") ==
        "1:1 p in `` with []\n"
        "1:8 dir/q in `a.b` with [x,y]\n"
        "1:42 r in `l[]` with []\n"
        "1:49 s in `t` with []\n"
        "1:76 v in `` unresolved with []\n");
}

TEST_CASE("what a template comes to for certain stands outside blocks, or in both branches of one") {
  using Names = std::set<std::string>;
  CHECK(parsed("{{> a}}{{> b x=1}}").certain_partials() == Names{"a", "b"});
  CHECK(parsed("{{#if x}}{{> a}}{{> c}}{{else}}{{> a}}{{> b}}{{/if}}").certain_partials() == Names{"a"});
  CHECK(parsed("{{#if x}}{{> a}}{{else if y}}{{> a}}{{else}}{{> a}}{{/if}}").certain_partials() == Names{"a"});
  CHECK(parsed("{{#if x}}{{> a}}{{else if y}}{{> a}}{{/if}}").certain_partials().empty());
  CHECK(parsed("{{#each x}}{{> a}}{{/each}}{{#with y}}{{> b}}{{/with}}").certain_partials().empty());
}
