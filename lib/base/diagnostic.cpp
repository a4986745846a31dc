#include "base/diagnostic.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace promptctl {
namespace {

constexpr std::size_t excerpt_width = 72;

// The source line and, under it, a caret. A line too long to show is cropped, so that the caret stays in sight.
std::string excerpt(const Location& where) {
  const std::string line = where.source ? where.source->shown_line(where.line) : std::string();
  if (line.empty() || where.column < 1) {
    return {};
  }
  const std::size_t column = std::min<std::size_t>(static_cast<std::size_t>(where.column - 1), line.size());
  std::string before = printable(std::string_view(line).substr(0, column));
  std::string after = printable(std::string_view(line).substr(column));
  if (display_width(before) + display_width(after) > excerpt_width) {
    const std::string_view end = tail(before, excerpt_width / 2);
    before = end.size() == before.size() ? before : fmt::format("…{}", end);
    after = shorten(after, excerpt_width / 2);
  }
  const std::string indent(display_width(before), ' ');
  return fmt::format("    {}{}\n    {}^\n", before, after, indent);
}

std::size_t printed_column(const Location& where) {
  const std::string_view line = where.source ? where.source->line(where.line) : std::string_view();
  const auto column = static_cast<std::size_t>(where.column);
  if (column == 0 || column > line.size()) {
    return column;
  }
  return count_code_points(line.substr(0, column - 1)) + 1;
}

}  // namespace

void Diagnostics::add(Diagnostic diagnostic) {
  errors_ += diagnostic.severity == Severity::error ? 1U : 0U;
  all_.push_back(std::move(diagnostic));
}

void Diagnostics::add_once(Diagnostic diagnostic) {
  const auto place = [](const Diagnostic& fault) {
    return std::tuple(fault.where.path(), fault.where.line, fault.where.column, std::string_view(fault.message));
  };
  if (std::none_of(all_.begin(), all_.end(),
                   [&](const Diagnostic& known) { return place(known) == place(diagnostic); })) {
    add(std::move(diagnostic));
  }
}

void Diagnostics::error(std::string_view code, const Location& where, std::string message, std::string hint) {
  add({Severity::error, code, where, std::move(message), std::move(hint)});
}

void Diagnostics::warning(std::string_view code, const Location& where, std::string message, std::string hint) {
  add({Severity::warning, code, where, std::move(message), std::move(hint)});
}

std::vector<Diagnostic> Diagnostics::sorted() const {
  std::vector<const Diagnostic*> order;
  for (const Diagnostic& diagnostic : all_) {
    order.push_back(&diagnostic);
  }
  std::sort(order.begin(), order.end(), [](const Diagnostic* a, const Diagnostic* b) {
    return std::make_tuple(a->where.path(), a->where.line, a->where.column, a) <
           std::make_tuple(b->where.path(), b->where.line, b->where.column, b);
  });
  std::vector<Diagnostic> sorted;
  for (const Diagnostic* diagnostic : order) {
    sorted.push_back(*diagnostic);
  }
  return sorted;
}

Failure::Failure(Diagnostic diagnostic) : std::runtime_error(diagnostic.message), diagnostic_(std::move(diagnostic)) {}

Failure::Failure(std::string_view code, const Location& where, std::string message, std::string hint)
    : Failure(Diagnostic{Severity::error, code, where, std::move(message), std::move(hint)}) {}

Failure::Failure(std::string_view code, std::string message, std::string hint)
    : Failure(code, Location{}, std::move(message), std::move(hint)) {}

FaultyFiles::FaultyFiles(Diagnostics faults)
    : std::runtime_error("there are faults in the files"), faults_(std::move(faults)) {}

std::string describe(const Diagnostic& diagnostic) {
  const Location& where = diagnostic.where;
  std::string text = printable(where.path());
  if (where.line > 0) {
    text += fmt::format(":{}:{}", where.line, printed_column(where));
  }
  if (!text.empty()) {
    text += ": ";
  }
  text += fmt::format("{}[{}]: {}\n", diagnostic.severity == Severity::error ? "error" : "warning", diagnostic.code,
                      printable(diagnostic.message));
  text += excerpt(where);
  if (!diagnostic.hint.empty()) {
    text += fmt::format("  hint: {}\n", printable(diagnostic.hint));
  }
  return text;
}

std::string did_you_mean(std::string_view written, const std::vector<std::string_view>& candidates) {
  const std::string_view nearest = nearest_name(written, candidates);
  return nearest.empty() ? std::string() : fmt::format("did you mean `{}`?", nearest);
}

}  // namespace promptctl
