#include "report/page/page.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <ostream>
#include <span>
#include <streambuf>
#include <string_view>

#include "base/digest.hpp"
#include "embedded/page_frame.hpp"
#include "embedded/page_scripts.hpp"
#include "embedded/page_styles.hpp"
#include "report/text/html_text.hpp"

namespace promptctl {
namespace {

// JSON on its way into a `<script>` element: every `<` becomes `\u003c`. In JSON it stands in strings only, where both
// say the same, and without it no text can end the element.
class ScriptJson : public std::streambuf {
 public:
  explicit ScriptJson(std::ostream& out) : out_(out) {}

 private:
  int_type overflow(int_type byte) override {
    const char one = traits_type::to_char_type(byte);
    return traits_type::eq_int_type(byte, traits_type::eof()) || xsputn(&one, 1) == 1 ? traits_type::not_eof(byte)
                                                                                      : traits_type::eof();
  }

  std::streamsize xsputn(const char* bytes, std::streamsize count) override {
    std::string_view rest(bytes, static_cast<std::size_t>(count));
    while (!rest.empty()) {
      const std::string_view piece = rest.substr(0, rest.find('<'));
      out_ << piece;
      rest.remove_prefix(piece.size());
      if (!rest.empty()) {
        out_ << "\\u003c";
        rest.remove_prefix(1);
      }
    }
    return out_ ? count : 0;
  }

  std::ostream& out_;
};

std::string hashes(std::span<const std::string_view> texts) {
  std::string sources;
  for (const std::string_view text : texts) {
    sources += " 'sha256-" + sha256_base64(text) + "'";
  }
  return sources;
}

// What the page may do: run its own scripts and styles, known by their digests, and load nothing. No text can become
// markup even where a script of ours would take it for that: no trusted types exist.
void write_policy(const ReportPage&, std::ostream& out) {
  out << "default-src 'none'; script-src" << hashes(embedded::page_scripts()) << "; style-src"
      << hashes(embedded::page_styles())
      << "; img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types "
         "'none'";
}

void write_title(const ReportPage& page, std::ostream& out) {
  out << html_text(page.title);
}

void write_styles(const ReportPage&, std::ostream& out) {
  for (const std::string_view style : embedded::page_styles()) {
    out << "<style>" << style << "</style>\n";
  }
}

void write_scripts(const ReportPage&, std::ostream& out) {
  for (const std::string_view script : embedded::page_scripts()) {
    out << "<script>" << script << "</script>\n";
  }
}

void write_document(const ReportPage& page, std::ostream& out) {
  ScriptJson escaped(out);
  std::ostream document(&escaped);
  page.write_document(document);
}

// What stands for a `{{name}}` of page.html.
struct PagePart {
  std::string_view name;
  void (*write)(const ReportPage& page, std::ostream& out);
};

constexpr std::array<PagePart, 5> parts{{{"policy", write_policy},
                                         {"title", write_title},
                                         {"styles", write_styles},
                                         {"scripts", write_scripts},
                                         {"document", write_document}}};

const PagePart& part_named(std::string_view name) {
  const auto* const part =
      std::find_if(parts.begin(), parts.end(), [=](const PagePart& one) { return one.name == name; });
  assert(part != parts.end());
  return *part;
}

}  // namespace

void write_page(const ReportPage& page, std::ostream& out) {
  constexpr std::string_view open = "{{";
  constexpr std::string_view close = "}}";
  std::string_view rest = embedded::page_frame();
  for (auto at = rest.find(open); at != std::string_view::npos; at = rest.find(open)) {
    const auto end = rest.find(close, at);
    out << rest.substr(0, at);
    part_named(rest.substr(at + open.size(), end - at - open.size())).write(page, out);
    rest.remove_prefix(end + close.size());
  }
  out << rest;
}

}  // namespace promptctl
