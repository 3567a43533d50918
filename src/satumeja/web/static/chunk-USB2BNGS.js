function a(i){let e=!1,l=null,o=async n=>{e=!0;try{await i(n)}finally{e=!1;let t=l;l=null,t&&o(t.value)}};return{ask:n=>{e?l={value:n}:o(n)},forget:()=>{l=null}}}export{a};
