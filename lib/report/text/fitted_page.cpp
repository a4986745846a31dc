#include "report/text/fitted_page.hpp"

#include <fmt/format.h>

#include <map>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace promptctl {
namespace {

constexpr std::size_t room_for_counts = 400;

// How many items of each section are kept.
class Fitting {
 public:
  Fitting(const std::vector<PageSection>& sections, std::size_t limit)
      : sections_(sections), kept_(sections.size(), 0), left_(limit) {
    for (const auto rank : {PageSection::Rank::verdict, PageSection::Rank::signature, PageSection::Rank::detail}) {
      keep(rank);
    }
  }

  bool all_fit() const { return all_fit_; }
  const std::vector<std::size_t>& kept() const { return kept_; }

 private:
  void keep(PageSection::Rank rank) {
    for (std::size_t at = 0; at < sections_.size(); ++at) {
      const PageSection& section = sections_[at];
      while (all_fit_ && section.rank == rank && kept_[at] < section.items.size()) {
        take(at);
      }
    }
  }

  void take(std::size_t at) {
    const PageSection& section = sections_[at];
    const std::size_t frame = kept_[at] == 0 ? count_code_points(section.open) + count_code_points(section.close) : 0;
    const std::size_t size = count_code_points(section.items[kept_[at]]) + frame;
    all_fit_ = size <= left_;
    if (all_fit_) {
      left_ -= size;
      ++kept_[at];
    }
  }

  const std::vector<PageSection>& sections_;
  std::vector<std::size_t> kept_;
  std::size_t left_;
  bool all_fit_ = true;
};

std::string left_out(const std::vector<PageSection>& sections, const std::vector<std::size_t>& kept,
                     std::size_t limit) {
  std::map<std::string_view, std::size_t> counts;
  for (std::size_t at = 0; at < sections.size(); ++at) {
    counts[sections[at].item] += sections[at].items.size() - kept[at];
  }
  std::vector<std::string> texts;
  for (const auto& [item, count] : counts) {
    if (count > 0) {
      texts.push_back(counted(count, item));
    }
  }
  return fmt::format("\nLeft out, to stay within {} characters: {}.\n", grouped(static_cast<long long>(limit)),
                     join(texts, ", "));
}

std::string text_of(const std::vector<PageSection>& sections, const std::vector<std::size_t>& kept) {
  std::string text;
  for (std::size_t at = 0; at < sections.size(); ++at) {
    text += kept[at] > 0 ? sections[at].open : "";
    for (std::size_t item = 0; item < kept[at]; ++item) {
      text += sections[at].items[item];
    }
    text += kept[at] > 0 ? sections[at].close : "";
  }
  return text;
}

}  // namespace

std::string fitted_page(const std::vector<PageSection>& sections, std::size_t limit) {
  const Fitting whole(sections, limit);
  if (whole.all_fit()) {
    return text_of(sections, whole.kept());
  }
  const Fitting part(sections, limit - room_for_counts);
  return text_of(sections, part.kept()) + left_out(sections, part.kept(), limit);
}

}  // namespace promptctl
