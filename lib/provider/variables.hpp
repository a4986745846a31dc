#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.hpp"
#include "provider/provider_settings.hpp"

namespace promptctl {

using Variables = std::map<std::string, std::string>;

// A text with the values of its variables in it.
struct ResolvedText {
  std::string text;
  std::vector<Span> put_in;  // the values, where they stand in `text`
  std::string fault;         // why a variable has no usable value; empty: all have
  bool is_broken = false;    // one has a value that can't be used, and is not just unset
};

// Puts the values of ${NAME} into `text`, without white space around them; ${NAME:-text} gives the text where the
// variable is unset or empty. A value that holds a control character is none: it could end a header and begin another.
ResolvedText resolve_variables(std::string_view text, const Variables& variables);

// Where each provider is reached, with variables resolved; those whose variables are not set are left out.
std::map<std::string, std::string> provider_addresses(const std::map<std::string, ProviderSettings>& providers,
                                                      const Variables& variables);

}  // namespace promptctl
