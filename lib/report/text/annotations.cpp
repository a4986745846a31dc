#include "report/text/annotations.hpp"

#include <fmt/format.h>

#include <ostream>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace promptctl {
namespace {

constexpr std::size_t most_annotations = 10;  // of a kind; GitHub drops what a step writes beyond

std::string message_text(std::string_view text) {
  return replace_all(replace_all(replace_all(text, "%", "%25"), "\r", "%0D"), "\n", "%0A");
}

std::string property_text(std::string_view text) {
  return replace_all(replace_all(message_text(text), ":", "%3A"), ",", "%2C");
}

void write_kind(std::string_view kind, const std::vector<Annotation>& annotations, std::ostream& out) {
  const std::size_t shown = annotations.size() <= most_annotations ? annotations.size() : most_annotations - 1;
  for (std::size_t at = 0; at < shown; ++at) {
    const Annotation& one = annotations[at];
    const std::string file = one.file.empty() ? "" : fmt::format("file={},", property_text(printable(one.file)));
    constexpr std::size_t most_of_title = 200;
    constexpr std::size_t most_of_message = 2'000;
    out << fmt::format("::{} {}title={}::{}\n", kind, file, property_text(shorten(printable(one.title), most_of_title)),
                       message_text(shorten(printable(one.message), most_of_message)));
  }
  if (shown < annotations.size()) {
    out << fmt::format("::{0} title=and more::{1} more of this kind; the other formats have them all\n", kind,
                       grouped(annotations.size() - shown));
  }
}

}  // namespace

void write_annotations(const Annotations& annotations, std::ostream& out) {
  write_kind("error", annotations.errors, out);
  write_kind("warning", annotations.warnings, out);
  write_kind("notice", annotations.notices, out);
}

}  // namespace promptctl
