#pragma once

#include "template/helper.hpp"

namespace promptctl {

extern const Helper each_helper;
extern const Helper history_helper;
extern const Helper if_helper;
extern const Helper if_equals_helper;
extern const Helper json_helper;
extern const Helper lookup_helper;
extern const Helper media_helper;
extern const Helper role_helper;
extern const Helper section_helper;
extern const Helper unless_helper;
extern const Helper unless_equals_helper;
extern const Helper with_helper;

}  // namespace promptctl
