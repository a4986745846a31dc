#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace promptctl {

// A part of a page whose items may be left out, each as a whole.
struct PageSection {
  enum class Rank { verdict, signature, detail };  // the last gives way first

  Rank rank = Rank::verdict;
  std::string_view item;  // what one is, "case"; more of them are told with an s
  std::string open;       // before the first item that is kept
  std::vector<std::string> items;
  std::string close;
};

// The sections in their order, in at most `limit` characters, at least 400. Where not all fit, items are left out from
// the end, those of the highest rank first, and the page ends with a line that counts them.
std::string fitted_page(const std::vector<PageSection>& sections, std::size_t limit);

}  // namespace promptctl
