#include "document/csv.hpp"

#include <algorithm>
#include <utility>

#include "base/file_text.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"

namespace promptctl {

namespace {

std::string_view without_line_end(std::string_view text) {
  text.remove_suffix(text.ends_with('\n') ? 1 : 0);
  return text;
}

bool holds_outside_quotes(std::string_view text, char wanted) {
  bool quoted = false;
  return std::any_of(text.begin(), text.end(), [&](char c) {
    quoted = quoted != (c == '"');
    return !quoted && c == wanted;
  });
}

}  // namespace

CsvReader::CsvReader(std::string path, ByteStream text, Diagnostics& diagnostics)
    : path_(std::move(path)), text_(std::move(text)), diagnostics_(diagnostics) {}

// From the first record. True when it is no more than Excel's line that names the separator.
bool CsvReader::choose_separator(std::string_view raw) {
  constexpr std::string_view naming = "sep=";
  std::string_view line = without_line_end(raw);
  if (line.size() > 2 && line.starts_with('"') && line.ends_with('"')) {
    line = line.substr(1, line.size() - 2);
  }
  if (line.starts_with(naming) && line.size() == naming.size() + 1 && line.back() != '"') {
    separator_ = line.back();
    return true;
  }
  separator_ = ',';
  for (const char other : {',', ';', '\t'}) {
    if (holds_outside_quotes(raw, other)) {
      separator_ = other;
      break;
    }
  }
  return false;
}

// The bytes of the next record, its line break included: up to a line break outside quotes.
bool CsvReader::next_raw(std::string& raw) {
  bool quoted = false;
  std::size_t at = used_;
  for (;; ++at) {
    if (at == buffer_.size()) {
      buffer_.erase(0, used_);
      at -= std::exchange(used_, 0);
      std::string chunk;
      if (ended_ || !text_(chunk)) {
        ended_ = true;
        break;
      }
      buffer_ += chunk;
      require_record_size(buffer_.size(), path_, line_);
    }
    if (buffer_[at] == '"') {
      quoted = !quoted;
    } else if (buffer_[at] == '\n' && !quoted) {
      ++at;
      break;
    }
  }
  raw = buffer_.substr(used_, at - used_);
  used_ = at;
  return !raw.empty();
}

bool CsvReader::next(CsvRecord& record) {
  std::string raw;
  while (next_raw(raw)) {
    const int line = line_;
    line_ += static_cast<int>(std::count(raw.begin(), raw.end(), '\n'));
    if (trim(raw).empty() || (separator_ == '\0' && choose_separator(raw))) {
      continue;
    }
    const auto source = std::make_shared<const Source>(path_, std::move(raw), line);
    if (const auto invalid = find_invalid_utf8(source->text())) {
      diagnostics_.error("invalid-utf8", locate(source, *invalid), "the text is not UTF-8 here",
                         "save it as UTF-8; Excel calls that CSV UTF-8");
      ended_ = true;  // The rest is as this: one fault, said once.
      used_ = buffer_.size();
      return false;
    }
    parse(source, record);
    return true;
  }
  return false;
}

void CsvReader::parse(const SourcePointer& source, CsvRecord& record) {
  record.cells.clear();
  record.where = locate(source, 0);
  const std::string_view text = without_line_end(source->text());
  for (std::size_t at = 0; at <= text.size(); ++at) {
    CsvRecord::Cell& cell = record.cells.emplace_back();
    cell.where = locate(source, at);
    at = at < text.size() && text[at] == '"' ? parse_quoted(source, text, at, cell) : parse_plain(text, at, cell);
  }
}

// Both fill `cell` from the cell at `at` and return the offset of the separator or the end behind it.
std::size_t CsvReader::parse_plain(std::string_view text, std::size_t at, CsvRecord::Cell& cell) {
  const std::size_t end = std::min(text.find(separator_, at), text.size());
  cell.text = text.substr(at, end - at);
  if (cell.text.find('"') != std::string::npos) {
    diagnostics_.error("csv-syntax", cell.where, "a cell with a double quote in it must be quoted as a whole",
                       "write \"say \"\"hello\"\"\" for say \"hello\"");
  }
  return end;
}

std::size_t CsvReader::parse_quoted(const SourcePointer& source, std::string_view text, std::size_t at,
                                    CsvRecord::Cell& cell) {
  cell.quoted = true;
  for (++at; at < text.size() && !(text[at] == '"' && (at + 1 >= text.size() || text[at + 1] != '"')); ++at) {
    at += text[at] == '"' ? 1 : 0;
    cell.text += text[at];
  }
  if (at >= text.size()) {
    diagnostics_.error("csv-syntax", cell.where, "the quoted cell has no closing quote");
    return text.size();
  }
  if (at + 1 < text.size() && text[at + 1] != separator_) {
    diagnostics_.error("csv-syntax", locate(source, at + 1), "text after the closing quote of a cell");
  }
  return std::min(text.find(separator_, at), text.size());
}

}  // namespace promptctl
